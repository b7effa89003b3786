import runtime from 'onnxruntime-node'

/**
 * The one import of the ONNX runtime: a CommonJS module whose names only its default export has.
 * It is the same build that transformers.js runs the model with.
 */
export const { InferenceSession, Tensor } = runtime
export type Tensor = InstanceType<typeof runtime.Tensor>
