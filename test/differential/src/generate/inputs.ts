import fc, { type Arbitrary } from 'fast-check';
import type { Input } from '../input.ts';
import type { Abilities } from '../servers/abilities.ts';
import { cut, cutting } from './chunks.ts';
import { empty, escaped, misquoted, mutated, noise } from './damage.ts';
import { requestOf } from './requests.ts';
import { endless, scenarioOf } from './scenarios.ts';
import { frame, misframed, typed } from './spellings.ts';

const MOST_PIECES = 12;

/**
 * Inputs for a step: pipelines of requests, most of them sound, cut anywhere. Whatever is damaged ends
 * the connection or leaves it waiting, so it is rare, and what comes before it still counts.
 */
export function inputFor(step: Abilities): Arbitrary<Input> {
  const request = requestOf(step);
  const framed = request.map((words) => frame(words));
  const piece = fc.oneof(
    { weight: 40, arbitrary: framed },
    { weight: 10, arbitrary: typed(request) },
    { weight: 6, arbitrary: scenarioOf(step) },
    { weight: 2, arbitrary: empty },
    { weight: 2, arbitrary: mutated(fc.oneof(framed, typed(request))) },
    { weight: 1, arbitrary: misframed(request) },
    { weight: 1, arbitrary: misquoted },
    { weight: 1, arbitrary: escaped },
    { weight: 1, arbitrary: noise },
  );
  const pipeline = fc
    .record({
      pieces: fc.array(piece, { minLength: 1, maxLength: MOST_PIECES, size: 'max' }),
      cutting,
      ending: fc.oneof(
        { weight: 7, arbitrary: fc.constant<Input['ending']>('waits') },
        { weight: 1, arbitrary: fc.constant<Input['ending']>('half-closes') },
      ),
    })
    .map(({ pieces, cutting, ending }): Input => ({ chunks: cut(pieces, cutting), ending }));
  return fc.oneof({ weight: 80, arbitrary: pipeline }, { weight: 1, arbitrary: endless });
}
