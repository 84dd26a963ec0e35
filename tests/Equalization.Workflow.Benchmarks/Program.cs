using Equalization.Workflow.Benchmarks;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return args switch
{
    ["engine", .. var rest] => await EngineBenchmark.Run(rest),
    ["timers", .. var rest] => await TimerBenchmark.Run(rest),
    ["parse", .. var rest] => await ParseBenchmark.Run(rest),
    ["issue", .. var rest] => await IssueBenchmark.Run(rest),
    ["pages"] => await PagesBenchmark.Run(),
    ["start"] => await StartBenchmark.Run(),
    ["serve", var folder] => await Serving.Product(folder),
    ["serve-empty", var folder] => await Serving.Empty(folder),
    _ => Usage(),
};

static int Usage()
{
    Console.WriteLine("""
        Run with -c Release on a quiet machine. A command whose bound is broken ends with 1.

          engine [COUNT]   durable starts and resumes a second, against the same rows by EF Core and by plain ADO.NET
          timers [WAITING] [DUE]   the timer job with many waiting bookmarks of which few are due
          parse [FILE]   reads a plan; without a file, the Changsha plan beside the clone
          issue [FILE]   imports it and issues every year of its period for nine counties, on SQLite
          pages          overdue list and task page among 20,000 tasks, against a minimal endpoint in the same host
          start          start to first page, and memory, against an empty Razor Pages and Identity host
        """);
    return 2;
}
