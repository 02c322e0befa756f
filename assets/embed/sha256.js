// SHA-256 of FIPS 180-4: the browser's own if it has one, or in plain JavaScript, because browsers keep theirs from pages
// that did not come over TLS.

/// The fractional parts of the square and cube roots of the first primes, as the standard makes its constants: worked out
/// with whole numbers, because no engine has to be exact with others.
function constants() {
  const root = (prime, power) => {
    // The largest whole number whose power is at most the prime, with 32 further bits below the point.
    const bound = BigInt(prime) << BigInt(32 * power);
    let found = 0n;
    for (let bit = 1n << 37n; bit; bit >>= 1n) if ((found | bit) ** BigInt(power) <= bound) found |= bit;
    return Number(found & 0xffffffffn);
  };
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((prime) => n % prime)) primes.push(n);
  return [primes.slice(0, 8).map((prime) => root(prime, 2)), primes.map((prime) => root(prime, 3))];
}

/// The digest of bytes in hexadecimal digits.
export async function sha256(bytes) {
  const { subtle } = self.crypto ?? {};
  const digest = subtle ? new DataView(await subtle.digest("SHA-256", bytes)) : plain(bytes);
  return Array.from({ length: 8 }, (_, i) => digest.getUint32(4 * i).toString(16).padStart(8, "0")).join("");
}

/// The same without the browser's help.
export function plain(bytes) {
  const [start, round] = constants();
  const k = Int32Array.from(round);
  const hash = Int32Array.from(start);
  const w = new Int32Array(64);
  const length = bytes.length;
  const padded = new Uint8Array((((length + 8) >> 6) + 1) << 6);
  padded.set(bytes);
  padded[length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(length / 2 ** 29));
  view.setUint32(padded.length - 4, length << 3);
  const turn = (x, by) => (x >>> by) | (x << (32 - by));
  for (let at = 0; at < padded.length; at += 64) {
    for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + 4 * i);
    for (let i = 16; i < 64; i++) {
      const p = w[i - 15];
      const q = w[i - 2];
      w[i] = w[i - 16] + (turn(p, 7) ^ turn(p, 18) ^ (p >>> 3)) + w[i - 7] + (turn(q, 17) ^ turn(q, 19) ^ (q >>> 10));
    }
    let a = hash[0];
    let b = hash[1];
    let c = hash[2];
    let d = hash[3];
    let e = hash[4];
    let f = hash[5];
    let g = hash[6];
    let h = hash[7];
    for (let i = 0; i < 64; i++) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + k[i] + w[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    hash[0] += a;
    hash[1] += b;
    hash[2] += c;
    hash[3] += d;
    hash[4] += e;
    hash[5] += f;
    hash[6] += g;
    hash[7] += h;
  }
  const digest = new DataView(new ArrayBuffer(32));
  hash.forEach((part, i) => digest.setInt32(4 * i, part));
  return digest;
}
