import { DELAY, PAUSE, type PathFrames } from './pathFrames';

const TYPES = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm'];

/** The type of videos that this browser records, or null. */
export function videoType(): string | null {
  if (typeof MediaRecorder === 'undefined' || typeof HTMLCanvasElement.prototype.captureStream !== 'function') return null;
  return TYPES.find((type) => MediaRecorder.isTypeSupported(type)) ?? null;
}

/** Frames as a video. Browsers record at the speed at which it is played. */
export async function webmOf(frames: PathFrames, type: string): Promise<Blob> {
  const stream = frames.canvas.captureStream(0);
  const track = stream.getVideoTracks()[0] as CanvasCaptureMediaStreamTrack;
  const recorder = new MediaRecorder(stream, { mimeType: type, videoBitsPerSecond: 4_000_000 });
  const chunks: Blob[] = [];
  recorder.ondataavailable = ({ data }) => chunks.push(data);
  const ended = new Promise<void>((resolve, reject) => {
    recorder.onstop = () => resolve();
    recorder.onerror = () => reject(new Error('the browser could not record the video'));
  });
  recorder.start();
  for (let i = 0; i < frames.count; i++) {
    frames.draw(i);
    track.requestFrame();
    await wait(i === frames.count - 1 ? PAUSE : DELAY);
  }
  // The last frame once more: a video ends with its last one.
  track.requestFrame();
  await wait(DELAY);
  recorder.stop();
  await ended;
  track.stop();
  return new Blob(chunks, { type: 'video/webm' });
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, milliseconds));
}
