#!/usr/bin/env node
(await import('../dist/run/main.js')).start();
