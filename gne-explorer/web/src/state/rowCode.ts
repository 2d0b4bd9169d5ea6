/** Ascending row numbers as a short text for the address: lengths of gaps and runs as variable-length bytes, base 64. */
export function encodeRows(rows: readonly number[]): string {
  const bytes: number[] = [];
  const put = (n: number) => {
    let rest = n;
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
    bytes.push(rest);
  };
  let end = 0;
  for (let i = 0; i < rows.length; ) {
    let j = i + 1;
    while (j < rows.length && rows[j] === rows[j - 1] + 1) j++;
    put(rows[i] - end);
    put(j - i);
    end = rows[j - 1] + 1;
    i = j;
  }
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The inverse of {@link encodeRows}. Rows beyond `count` and everything after a fault are left out. */
export function decodeRows(text: string, count: number): number[] {
  let bytes: string;
  try {
    bytes = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return [];
  }
  let at = 0;
  const take = (): number => {
    let n = 0;
    for (let unit = 1; at < bytes.length; unit *= 128) {
      const byte = bytes.charCodeAt(at++);
      n += (byte % 128) * unit;
      if (byte < 128) break;
    }
    return n;
  };
  const rows: number[] = [];
  let row = 0;
  while (at < bytes.length) {
    row += take();
    const end = Math.min(count, row + take());
    for (; row < end; row++) rows.push(row);
    if (row >= count) break;
  }
  return rows;
}
