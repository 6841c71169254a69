import type { Frame, Part } from './part.ts';

/** A frame without its bytes before an offset; undefined if those are all. It keeps its own start: it is the same. */
export function clip(frame: Frame, from: number): Frame | undefined {
  if (frame.end <= from) return undefined;
  return { ...frame, parts: frame.parts.flatMap((part) => clipPart(part, from)) };
}

function clipPart(part: Part, from: number): Part[] {
  if (part.is === 'frame') return [clip(part, from) ?? []].flat();
  return part.end <= from ? [] : [{ ...part, start: Math.max(part.start, from) }];
}
