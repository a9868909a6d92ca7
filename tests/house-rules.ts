/**
 * The import rules of the house (docs/house.md): who may import whom, where disk, processes and network are touched,
 * and which packages belong to which folder. house.test.ts runs them, and plants a violation of each.
 */

/** Folders of src, and the folders that each may import beside itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  store: ['model'],
  content: ['model', 'scoring'],
  scoring: ['model'],
  coding: ['model', 'store'],
  llm: ['model', 'store'],
  interview: ['model', 'store', 'scoring/text', 'scoring/signals'],
  progress: ['model', 'store'],
  reports: ['model'],
  batch: ['model', 'content', 'scoring', 'store', 'reports'],
  packs: ['model', 'content', 'reports', 'scoring'],
  terminal: ['model', 'interview'],
};

/** Packages and the only folders (or files) that may import them. */
const PACKAGES: Readonly<Record<string, string>> = {
  chalk: 'terminal/',
  inquirer: 'terminal/',
  ora: 'terminal/',
  'fast-string-width': 'terminal/',
  'js-yaml': 'content/',
  yaml: 'content/',
  zod: 'content/',
  'fastest-levenshtein': 'content/',
  'mdast-util-from-markdown': 'content/',
  'csv-parse': '(?:batch|content/import|packs)/',
  docx: 'packs/sheet/',
  commander: 'cli/',
  'env-paths': 'cli/',
  'd3-scale': 'reports/html/',
  'd3-shape': 'reports/html/',
  'ts-fsrs': 'progress/',
  openai: 'llm/',
};

const NETWORK = '^(node:)?(net|tls|dns|http|https|http2|dgram)$';

/** Node's modules that touch the outside world, and where alone they may be imported. */
const WORLD: readonly (readonly [what: string, module: string, home: string])[] = [
  ['disk', '^(node:)?fs', '^src/(store|cli)/|/files\\.ts$'],
  ['processes', '^(node:)?child_process', '/processes\\.ts$'],
  ['network', NETWORK, '^src/llm/'],
];

const folderRules = Object.entries(MAY_IMPORT).map(([folder, others]) => ({
  name: `${folder}-imports`,
  severity: 'error',
  comment: `${folder}/ may import ${['itself', ...others].join(', ')}.`,
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [folder, ...others].map(it => `^src/${it}/`) },
}));

const packageRules = Object.entries(PACKAGES).map(([name, home]) => ({
  name: `${name}-home`,
  severity: 'error',
  comment: `${name} is imported in ${home} only.`,
  from: { path: '^src/', pathNot: `^src/${home}` },
  to: { path: `(^|/)node_modules/${name}/` },
}));

const worldRules = WORLD.map(([what, module, home]) => ({
  name: what,
  severity: 'error',
  from: { path: '^src/', pathNot: home },
  to: { path: module, dependencyTypes: ['core'] },
}));

/** What one export of one folder needs of another: narrower than the folder rules. */
const narrow = [
  {
    name: 'no-cycles',
    severity: 'error',
    from: { path: '^src/' },
    to: { circular: true },
  },
  {
    name: 'interview-never-judges',
    severity: 'error',
    from: { path: '^src/interview/' },
    to: { path: '^src/scoring/(judges|coverage)/' },
  },
  {
    name: 'terminal-port-only',
    severity: 'error',
    comment: 'The screen knows the port and the clock of an interview, not how it is held.',
    from: { path: '^src/terminal/' },
    to: { path: '^src/interview/', pathNot: '^src/interview/(candidate|clock)\\.ts$' },
  },
  {
    name: 'known-packages',
    severity: 'error',
    comment: 'A new runtime dependency is named in PACKAGES, with its home.',
    from: { path: '^src/' },
    to: {
      path: '(^|/)node_modules/',
      pathNot: [...Object.keys(PACKAGES), '@types'].map(it => `(^|/)node_modules/${it}/`),
    },
  },
  { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
];

/** bench/ is no part of the product: it measures the build, and nothing leans on it. */
const benchRules = [
  {
    name: 'bench-apart',
    severity: 'error',
    comment: 'src never imports bench.',
    from: { path: '^src/' },
    to: { path: '^bench/' },
  },
  {
    name: 'bench-imports',
    severity: 'error',
    comment: 'bench imports itself and Node alone; bench/built.mjs reaches the build.',
    from: { path: '^bench/' },
    to: { pathNot: '^bench/', dependencyTypesNot: ['core'] },
  },
  {
    name: 'bench-offline',
    severity: 'error',
    comment: 'Only the server that a bench asks itself, on loopback, is exempt.',
    from: { path: '^bench/', pathNot: '^bench/loopback\\.mjs$' },
    to: { path: NETWORK, dependencyTypes: ['core'] },
  },
];

export const rules = {
  forbidden: [...folderRules, ...packageRules, ...worldRules, ...narrow, ...benchRules],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
