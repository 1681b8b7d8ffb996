// Opens an index; prints "open" or why it does not.
'use strict';
const { openIndex } = require('./engine.cjs');

openIndex(process.argv[3]).then(() => console.log('open'), (error) => console.log(error.message));
