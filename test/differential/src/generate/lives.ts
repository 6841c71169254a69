import fc, { type Arbitrary } from 'fast-check';
import type { Request } from '../compare/reading.ts';
import { key } from './words.ts';

/** Times that lie ahead, so that what becomes of a deadline can be asked; as SET and as EXPIRE call them. */
const CLOCKS = [
  { option: 'EX', command: 'EXPIRE', times: ['100000', '200000'] },
  { option: 'PX', command: 'PEXPIRE', times: ['100000000', '200000499', '200000500'] },
  { option: 'EXAT', command: 'EXPIREAT', times: ['4102444800', '4102444801'] },
  { option: 'PXAT', command: 'PEXPIREAT', times: ['4102444800499', '4102444800500', '4102444800501'] },
];

const ahead = fc
  .constantFrom(...CLOCKS)
  .chain(({ option, command, times }) =>
    fc.constantFrom(...times).map((time) => ({ option, command, time })),
  );
const value = fc.constantFrom('', '1', 'two');
const condition = fc.constantFrom([], [], ['NX'], ['XX'], ['GT'], ['LT']);

/** What may happen to a key: a request but for the key, which comes second. */
const event: Arbitrary<Request> = fc.oneof(
  { weight: 2, arbitrary: value.map((text) => ['SET', text]) },
  { weight: 3, arbitrary: fc.tuple(value, ahead).map(([text, at]) => ['SET', text, at.option, at.time]) },
  { weight: 3, arbitrary: setWith('GET', 'XX', 'KEEPTTL') },
  { weight: 1, arbitrary: setWith('GET', 'NX', 'KEEPTTL') },
  {
    weight: 3,
    arbitrary: fc.tuple(ahead, condition).map(([{ command, time }, words]) => [command, time, ...words]),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('TTL', 'PTTL', 'EXPIRETIME', 'PEXPIRETIME', 'PERSIST', 'GET', 'EXISTS', 'DEL')
      .map((name) => [name]),
  },
);

/** The same deadline set twice: the second is neither later nor earlier. */
const twice: Arbitrary<Request[]> = fc
  .tuple(ahead, fc.constantFrom('GT', 'LT'))
  .map(([{ command, time }, than]) => [
    [command, time],
    [command, time, than],
  ]);

/** What happens to one key with deadlines, request after request. */
export const life: Arbitrary<Request[]> = fc
  .record({
    name: fc.oneof(fc.constant('a'), key),
    events: fc.array(event, { minLength: 3, maxLength: 8, size: 'max' }),
    end: fc.oneof({ weight: 3, arbitrary: fc.constant<Request[]>([]) }, { weight: 1, arbitrary: twice }),
  })
  .map(({ name, events, end }) =>
    [...events, ...end, ['PTTL'], ['PEXPIRETIME']].map(([command = '', ...words]) => [
      command,
      name,
      ...words,
    ]),
  );

function setWith(...options: string[]): Arbitrary<Request> {
  return fc
    .tuple(value, fc.subarray(options, { minLength: 1 }))
    .map(([text, chosen]) => ['SET', text, ...chosen]);
}
