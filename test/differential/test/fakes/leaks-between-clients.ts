import { serve } from './base.ts';

let spoiledBy: number | undefined;

serve((message, connection) => {
  if (message === '') spoiledBy = connection;
  return spoiledBy === undefined || spoiledBy === connection ? message : `${message}!`;
});
