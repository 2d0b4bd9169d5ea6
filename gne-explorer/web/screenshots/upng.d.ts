/** The part of upng-js (MIT, photopea) that is used. */
declare module 'upng-js' {
  const UPNG: {
    decode(png: ArrayBuffer): { width: number; height: number };
    toRGBA8(image: { width: number; height: number }): ArrayBuffer[];
    /** @param colors the size of the palette */
    encode(frames: ArrayBuffer[], width: number, height: number, colors: number): ArrayBuffer;
  };
  export default UPNG;
}
