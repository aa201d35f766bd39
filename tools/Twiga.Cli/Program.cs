using Twiga.Cli.Host;

return await Cli.RunAsync(args);
