/** Kinds that say what runs, without dating a deployment: nothing is observed from them on. */
export const undatedKinds = ['import', 'removal'];
