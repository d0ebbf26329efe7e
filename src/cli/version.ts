import manifest from '../../package.json' with { type: 'json' };

/** Version of the engine, as package.json states it. */
export const VERSION: string = manifest.version;
