import { z } from 'zod';

// For pages, whose policy forbids making code from text: zod would try, and each try is an error in the console. Imported before any schema.
z.config({ jitless: true });
