import { type Demonstration, hangs, says, sends, skips, types } from './act.ts';

const LACKS = 'Show what this step lacks';
const WORKS = 'Show what works now';

/** What there is to show of each step, by its number. */
export const DEMONSTRATIONS: Demonstration[] = [
  {
    step: '01',
    button: LACKS,
    acts: [
      says('The server hangs up on whoever connects. Nobody reads the request, and nobody replies.'),
      types(1, 'PING'),
      says('A second try, on a second connection, fares no better.'),
      types(1, 'PING'),
    ],
  },
  {
    step: '02',
    button: LACKS,
    acts: [
      says('The first PING is answered, and then the server ends the connection.'),
      types(1, 'PING'),
      says('The second PING finds the connection closed.'),
      types(1, 'PING'),
      says('redis-cli connects anew for the third: one reply a connection.'),
      types(1, 'PING'),
    ],
  },
  {
    step: '03',
    button: LACKS,
    acts: [
      says('The first client may ask as often as it likes.'),
      types(1, 'PING'),
      types(1, 'PING'),
      says('The second client is connected, and waits: the server listens to the first one only.'),
      hangs(2, 'PING'),
      says('Now the first one leaves, and the second is served.'),
      types(1, 'quit'),
    ],
  },
  {
    step: '04',
    button: LACKS,
    acts: [
      says('Both clients are served. But what do they get?'),
      types(1, 'PING'),
      types(2, 'ECHO hi'),
      says(
        'PONG, whatever was asked. And two requests that arrive together are one chunk: one PONG for both.',
      ),
      sends(2, '*1\\r\\n$4\\r\\nPING\\r\\n*1\\r\\n$4\\r\\nPING\\r\\n'),
      says('One request that arrives in two chunks gets two.'),
      sends(1, '*1\\r\\n$4\\r\\nPI|NG\\r\\n'),
    ],
  },
  {
    step: '05',
    button: WORKS,
    acts: [
      says('A request that is cut in two gets one reply, once it is whole.'),
      sends(1, '*2\\r\\n$4\\r\\nEC|HO\\r\\n$2\\r\\nhi\\r\\n'),
      says('Two that arrive together get two replies.'),
      sends(1, '*1\\r\\n$4\\r\\nPING\\r\\n*1\\r\\n$4\\r\\nPING\\r\\n'),
      says('And what is no request is refused, in the words of Redis.'),
      sends(2, '*1\\r\\n+PING\\r\\n'),
    ],
  },
  {
    step: '05',
    button: LACKS,
    acts: [
      says('There is nothing to store anything in.'),
      types(1, 'SET greeting hello'),
      types(1, 'GET greeting'),
    ],
  },
  {
    step: '06',
    button: WORKS,
    acts: [
      says('What one client stores, the other one reads: the keyspace is shared.'),
      types(1, 'SET greeting "hello, Redis"'),
      types(2, 'GET greeting'),
      types(2, 'DEL greeting'),
      types(1, 'GET greeting'),
    ],
  },
  {
    step: '06',
    button: LACKS,
    acts: [
      says('A key stays for ever: SET knows no options yet, and there is no EXPIRE.'),
      types(1, 'SET session ada EX 60'),
      types(1, 'EXPIRE session 60'),
    ],
  },
  {
    step: '07',
    button: WORKS,
    acts: [
      says('A key with a deadline: it has a minute to live.'),
      types(1, 'SET session ada EX 60'),
      types(2, 'TTL session'),
      says('Forty seconds pass, and it is still there.'),
      skips(40_000),
      types(2, 'GET session'),
      says('Another twenty seconds, and it is gone: no client had to ask for that.'),
      skips(20_000),
      types(2, 'GET session'),
      types(1, 'TTL session'),
    ],
  },
];

/** What there is to show of a step. */
export function demonstrationsOf(step: string): Demonstration[] {
  return DEMONSTRATIONS.filter((each) => each.step === step);
}
