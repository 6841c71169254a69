const MB = 1024 * 1024;
const COUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** `10,000` */
export function count(number: number): string {
  return COUNT.format(number);
}

/** `64 MB`, `1.3 MB` */
export function megabytes(bytes: number): string {
  return `${Number((bytes / MB).toFixed(1))} MB`;
}

/** `1.07` */
export function ratio(number: number): string {
  return number.toFixed(2);
}
