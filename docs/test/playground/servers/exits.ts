console.error('I would rather not.');
process.exit(3);
