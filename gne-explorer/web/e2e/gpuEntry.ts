import { GpuDecoder } from '../src/model/gpuDecoder';
import { meanOf } from '../src/model/heads';
import { Samples } from '../src/model/samples';

Object.assign(window, { gpu: { GpuDecoder, Samples, meanOf } });
