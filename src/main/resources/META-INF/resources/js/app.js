// Each behaviour is its own module, loaded only where the page has use for it.
