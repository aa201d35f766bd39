return await Twiga.Simulator.SimulatorHost.RunAsync(args);
