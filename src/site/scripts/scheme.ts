const KEY = 'scheme';

/** A chosen colour scheme; '' follows the system. */
export type Scheme = '' | 'light' | 'dark';

/** The choice of an earlier visit. Where storage is off the system decides. */
export function storedScheme(): Scheme {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : '';
  } catch {
    return '';
  }
}

/** Puts a choice on the page, keeps it, and tells who draws. */
export function setScheme(scheme: Scheme): void {
  if (scheme === '') delete document.documentElement.dataset.scheme;
  else document.documentElement.dataset.scheme = scheme;
  try {
    if (scheme === '') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, scheme);
  } catch {
    // Private windows forbid storage: the choice then lasts for this page.
  }
  document.dispatchEvent(new Event('scheme'));
}
