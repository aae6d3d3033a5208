/** Made by the bundler: a module that imports every `*.test.ts` of this folder. */
declare module 'bundled-tests' {}
