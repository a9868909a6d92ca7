/** A program in a window of tmux, on a server of its own. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { eventually, type Place } from './place.ts';

export class Tmux {
  private readonly socket: string;
  private readonly env: Place['env'];

  /** @param argv the program; what it leaves on the screen stays there after its end, with `exit=CODE`. */
  constructor(at: Place, argv: string[]) {
    this.socket = join(at.folder, 'tmux');
    this.env = at.env;
    const script = '"$@"; echo "exit=$?"; exec cat';
    this.tell(
      '-f',
      '/dev/null',
      'new-session',
      '-d',
      '-x',
      '100',
      '-y',
      '30',
      '/bin/sh',
      '-c',
      script,
      'sh',
      ...argv,
    );
    onTestFinished(() => {
      this.tell('kill-server');
    });
  }

  private tell(...argv: string[]): string {
    const { stdout, stderr, status } = spawnSync('tmux', ['-S', this.socket, ...argv], { env: this.env });
    if (status !== 0) throw new Error(`tmux ${argv[0]}: ${stderr}`);
    return stdout.toString();
  }

  text(): string {
    return this.tell('capture-pane', '-p', '-J').trimEnd();
  }

  async see(wanted: string | RegExp): Promise<void> {
    const isThere = () =>
      typeof wanted === 'string' ? this.text().includes(wanted) : wanted.test(this.text());
    await eventually(isThere, `${wanted} in a window of tmux`).catch(error => {
      throw new Error(`${error.message}\n${this.text()}`);
    });
  }

  type(text: string): void {
    this.tell('send-keys', '-l', text);
  }

  /** By tmux's names: Enter, Escape, C-d. */
  press(key: string): void {
    this.tell('send-keys', key);
  }
}
