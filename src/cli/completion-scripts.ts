/** What is put into a shell: it asks the program itself, so that it knows every command and name that there is. */

/** Each line is a word, a tab, and what it means. Where no word fits, files do. */
const BASH = `# bash completion of mockloop: eval "$(mockloop completion bash)"
_mockloop() {
  local word
  COMPREPLY=()
  while IFS=$'\\t' read -r word _; do
    COMPREPLY+=("$word")
  done < <(mockloop completion words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _mockloop mockloop
`;

const ZSH = `#compdef mockloop
# zsh completion of mockloop: eval "$(mockloop completion zsh)"
_mockloop() {
  local word about
  local -a found lines
  while IFS=$'\\t' read -r word about; do
    found+=("$word")
    lines+=("$word\${about:+  $about}")
  done < <(mockloop completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#found} )); then
    compadd -l -d lines -a found
  else
    _files
  fi
}
compdef _mockloop mockloop
`;

const FISH = `# fish completion of mockloop: mockloop completion fish | source
function __mockloop_words
    set -l typed (commandline -opc)
    set -l current (commandline -ct)
    set -l found (mockloop completion words -- $typed[2..-1] "$current" 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path "$current"
    end
end
complete -c mockloop -f -a '(__mockloop_words)'
`;

/** By the name of the shell. */
export const SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH };
