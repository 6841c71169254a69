import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError } from '../../errors.ts';
import type { Source } from './fork.ts';

const URL_OR_HOST = /^(?:[a-z][a-z0-9+.-]*:\/\/|[\w.-]+@[\w.-]+:|ext::)/i;
const FETCHED_BY = /^(?:https|ssh|git):\/\/|^[\w.-]+@[\w.-]+:/i;

/**
 * Where a fork is, from what was written: a folder, a bare repository, or a URL; the latter two, and a
 * folder with a repository, may name a branch or a tag: `https://example.org/ada/redis.git#solution`.
 * Paths start from `here`. Throws a UsageError if there is nothing.
 */
export function sourceOf(written: string, here: string): Source {
  const [address, ref] = splitRef(written, here);
  if (ref?.startsWith('-') || ref === '') {
    throw new UsageError(`expected a branch or a tag after # in ${written}, got '${ref}'`);
  }
  if (URL_OR_HOST.test(address)) return repositoryAt(address, ref);
  const path = resolve(here, address);
  if (!isFolder(path)) {
    const got = existsSync(path) ? 'it is a file' : 'there is none';
    throw new UsageError(`expected a folder or a git repository, got ${written}: ${got}`);
  }
  if (ref === null && !isBare(path)) return { kind: 'folder', path: realpathSync(path) };
  return { kind: 'repository', url: pathToFileURL(realpathSync(path)).href, ref, isLocal: true };
}

/** What to call a fork by: the end of its address, of so many parts. */
export function nameOf(source: Source, parts: number): string {
  const address = source.kind === 'folder' ? source.path : decoded(source.url);
  return address
    .split(/[/:]/)
    .filter((part) => part !== '')
    .slice(-parts)
    .join('-')
    .replace(/\.git$/, '');
}

/** A program that a URL would start (`ext::`) and the like are none of ours. */
function repositoryAt(url: string, ref: string | null): Source {
  if (FETCHED_BY.test(url)) return { kind: 'repository', url, ref, isLocal: false };
  throw new UsageError(`expected a git URL that begins with https, ssh or git, got ${url}`);
}

function splitRef(written: string, here: string): [address: string, ref: string | null] {
  const at = written.lastIndexOf('#');
  if (at === -1 || (!URL_OR_HOST.test(written) && isFolder(resolve(here, written)))) return [written, null];
  return [written.slice(0, at), written.slice(at + 1)];
}

function isBare(path: string): boolean {
  const parts = ['objects', 'refs'].map((part) => join(path, part));
  return parts.every(isFolder) && statSync(join(path, 'HEAD'), { throwIfNoEntry: false })?.isFile() === true;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** The repository of `ada/.git` is Ada's. */
function decoded(url: string): string {
  const address = url.replace(/\/+$/, '');
  return decodeURIComponent(basename(address) === '.git' ? dirname(address) : address);
}
