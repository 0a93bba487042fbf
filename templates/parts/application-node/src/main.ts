import { createApp } from './app.js';
import { serve } from './serve.js';
import { readSettings } from './settings.js';

await serve(createApp(), readSettings(process.env));
