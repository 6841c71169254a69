import { onTestFinished, vi } from 'vitest';
import { commandLine, runCommand } from '../src/command-line.ts';

/**
 * Runs `npx course` with these words within this process, which is faster than to start another, and says what
 * it has printed. Throws what it throws.
 */
export async function courseWithin(...words: string[]): Promise<string> {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(`${line}\n`));
  onTestFinished(() => log.mockRestore());
  await runCommand(commandLine(), words);
  return lines.join('');
}
