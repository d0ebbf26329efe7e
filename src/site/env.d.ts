/// <reference types="astro/client" />

declare module 'virtual:script/*' {
  /** The bundled text of `src/site/scripts/<name>.ts`. */
  const code: string;
  export default code;
}

declare module 'virtual:routes' {
  /** Site paths of the pages that exist; those made from data as patterns: `/`, `/roles`, `/roles/[role]`. */
  export const routes: readonly string[];
}
