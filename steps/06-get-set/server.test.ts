import { holdStep } from '@toy-redis/conformance/vitest';

holdStep(import.meta.dirname);
