/** All that a run has measured: what `npm run bench -- --json FILE` writes, and what plots are drawn from. */
export type Results = {
  schema: 'toy-redis-bench/1';
  /** When the run began, in ISO 8601. */
  date: string;
  /** How long the run took, all included. */
  durationSeconds: number;
  machine: Machine;
  versions: Versions;
  options: RunOptions;
  servers: ServerDescription[];
  /** Requests a second and what they cost, each kind of load by itself. Empty if that was not asked for. */
  throughput: Comparison<Load, LoadFigures>[];
  /** The same over the number of connections, and over the size of values: `--growth`. */
  growth: Growth;
  /** The memory that keys take. Null, as are the others below, if that was not asked for. */
  memory: Comparison<{ keys: number; valueBytes: number }, { bytesPerKey: Figure | null }> | null;
  /** The memory that idle connections take. */
  connections: Comparison<{ connections: number }, { bytesPerConnection: Figure | null }> | null;
  /** What happens when many keys reach their deadline at the same moment. */
  expiry: Comparison<{ keys: number; valueBytes: number }, ExpiryFigures> | null;
  startup: Comparison<object, { firstReplyMs: Figure }> | null;
};

export type Growth = {
  connections: Comparison<Load, LoadFigures>[];
  valueSizes: Comparison<Load, LoadFigures>[];
};

/** Several servers under the same conditions. */
export type Comparison<Conditions, Figures> = Conditions & {
  servers: ({ /** One of the names in `servers`. */ server: string } & Figures)[];
};

/** What redis-benchmark asks of a server. */
export type Load = {
  workload: Workload;
  /** How many requests a client sends before it waits for their replies. */
  pipelineDepth: number;
  connections: number;
  valueBytes: number;
  /** From how many keys each request takes one at random; all of them exist. */
  keys: number;
  requests: number;
};

export type Workload = 'GET' | 'SET' | 'PING';

export type LoadFigures = {
  requestsPerSecond: Figure;
  p50Ms: Figure;
  p99Ms: Figure;
  /** Of the server, in user and system mode, accepting connections included. Null without /proc. */
  cpuMicrosecondsPerRequest: Figure | null;
};

export type ExpiryFigures = {
  /** The longest that a PING waited from before the deadline until the last key was gone. */
  longestWaitMs: Figure;
  /** From the deadline until DBSIZE said 0; null if it did not within half a minute. */
  lastKeyGoneSeconds: Figure | null;
  /** The longest pause of the measuring client itself in that time: so much of a wait may be its own. */
  clientPauseMs: Spread;
};

/** What each round gave, and what to make of it. */
export type Spread = { rounds: number[]; median: number; min: number; max: number };

export type Figure = Spread & {
  /** Each round's figure over Redis's in the same round; null if Redis's was 0. */
  ratioToRedis: Spread | null;
};

export type ServerDescription = {
  name: string;
  /** `limit` is a bare Node socket, which no Node server outruns; `other` comes from `--server`. */
  kind: 'step' | 'limit' | 'other' | 'redis';
  command: string;
};

export type Machine = {
  cpuModel: string;
  cores: number;
  memoryBytes: number;
  os: string;
  kernel: string;
};

/** The commit has `+` behind it if the work tree differs from it, and is null outside git. */
export type Versions = { node: string; redis: string; redisBenchmark: string; commit: string | null };

export type Part = 'throughput' | 'memory' | 'connections' | 'expiry' | 'startup' | 'growth';

export type RunOptions = {
  parts: Part[];
  steps: string[];
  pipelineDepths: number[];
  workloads: Workload[];
  /** Null if it was left to each part; the rounds of each figure tell. */
  rounds: number | null;
  scale: number;
  servers: string[];
};
