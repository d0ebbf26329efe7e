/// <reference types="astro/client" />

declare module 'virtual:script/*' {
  /** The bundled text of `src/site/scripts/<name>.ts`. */
  const code: string;
  export default code;
}

declare module 'virtual:routes' {
  /** Site paths of the pages that exist, without those made from data: `/`, `/roles`. */
  export const routes: readonly string[];
}
