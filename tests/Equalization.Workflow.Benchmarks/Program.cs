using Equalization.Workflow.Benchmarks;

return args switch
{
    ["engine", .. var rest] => await EngineBenchmark.Run(rest),
    ["timers", .. var rest] => await TimerBenchmark.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        engine [COUNT]   durable starts and resumes a second, against the same rows by EF Core and by plain ADO.NET
        timers [WAITING] [DUE]   the timer job with many waiting bookmarks of which few are due
        """);
    return 2;
}
