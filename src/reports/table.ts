/** The report formats there are. To add one: a file in this folder and a line here. */
import type { Debrief } from '../model/debrief.ts';
import { renderJson } from './json.ts';
import { renderMarkdown } from './markdown.ts';

export interface ReportFormat {
  format: string;
  /** Of a file, without the dot. */
  extension: string;
  /** The whole report, ending in a newline; a promise where what it takes is loaded only now. */
  render(debrief: Debrief): string | Promise<string>;
}

export const REPORTS: Readonly<Record<string, ReportFormat>> = {
  md: { format: 'md', extension: 'md', render: renderMarkdown },
  json: { format: 'json', extension: 'json', render: renderJson },
  html: {
    format: 'html',
    extension: 'html',
    render: async debrief => (await import('./html/debrief.ts')).renderDebriefPage(debrief),
  },
};
