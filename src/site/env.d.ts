/// <reference types="astro/client" />

declare module 'virtual:script/*' {
  /** The bundled text of `src/site/scripts/<name>.ts`. */
  const code: string;
  export default code;
}
