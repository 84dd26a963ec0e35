using System.Globalization;
using Equalization.Workflow.Benchmarks;
using Equalization.Workflow.Benchmarks.Crash;
using Equalization.Workflow.Benchmarks.Gold;
using Equalization.Workflow.Benchmarks.Race;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return args switch
{
    ["engine", .. var rest] => await EngineBenchmark.Run(rest),
    ["timers", .. var rest] => await TimerBenchmark.Run(rest),
    ["race", .. var rest] => await RaceBenchmark.Run(rest),
    ["race-meet", var folder, var name, var count] => await RaceWorker.Meet(folder, name, Number(count)),
    ["race-share", var folder, var place, var count] => await RaceWorker.Share(folder, place, Number(count)),
    ["crash", .. var rest] => await CrashBenchmark.Run(rest),
    ["crash-child", var folder, var port, var ahead] => await CrashChild.Load(folder, Number(port), Number(ahead)),
    ["crash-drain", var folder, var port, var ahead] => await CrashChild.Drain(folder, Number(port), Number(ahead)),
    ["mail", .. var rest] => await MailBenchmark.Run(rest),
    ["reminders", .. var rest] => await ReminderBenchmark.Run(rest),
    ["bulletin", .. var rest] => await BulletinBenchmark.Run(rest),
    ["proposals", .. var rest] => await ProposalBenchmark.Run(rest),
    ["batch", .. var rest] => await BatchBenchmark.Run(rest),
    ["gold", .. var rest] => await GoldBenchmark.Run(rest),
    ["parse", .. var rest] => await ParseBenchmark.Run(rest),
    ["reading"] => await ReadingBenchmark.Run(),
    ["reading-draft", var file] => await ReadingBenchmark.Read(file, cellsOnly: false),
    ["reading-cells", var file] => await ReadingBenchmark.Read(file, cellsOnly: true),
    ["issue", .. var rest] => await IssueBenchmark.Run(rest),
    ["xlsx"] => await SpreadsheetBenchmark.Run(),
    ["xlsx-ours", var file] => await SpreadsheetBenchmark.Write(file, bare: false),
    ["xlsx-bare", var file] => await SpreadsheetBenchmark.Write(file, bare: true),
    ["pack"] => await PackBenchmark.Run(),
    ["pack-write", var files] => await PackBenchmark.Write(Number(files)),
    ["roster"] => await RosterBenchmark.Run(),
    ["indicators"] => await IndicatorBenchmark.Run(),
    ["ledger"] => await LedgerBenchmark.Run(),
    ["pages"] => await PagesBenchmark.Run(),
    ["county-page"] => await CountyPageBenchmark.Run(),
    ["search", .. var rest] => await SearchBenchmark.Run(rest),
    ["solver", .. var rest] => SolverBenchmark.Run(rest),
    ["start"] => await StartBenchmark.Run(),
    ["serve", var folder] => await Serving.Product(folder),
    ["serve-empty", var folder] => await Serving.Empty(folder),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.WriteLine("""
        Run with -c Release on a quiet machine. A command whose bound is broken ends with 1.

          engine [COUNT]   durable starts and resumes a second, against the same rows by EF Core and by plain ADO.NET
          timers [WAITING] [DUE]   the timer job with many waiting bookmarks of which few are due
          race [RACES] [WAITS]   two threads and two processes on one database: events that meet at a join, and events and timers handled once
          crash [KILLS] [spoil]   a working process killed again and again: nothing lost, nothing twice, every mail at least once
          mail [COUNT]   mails from the outbox to a loopback SMTP server, with their rows on SQLite
          reminders [PARTS]   a morning's reminders over task units, and over a tenth of them
          bulletin [PARTS]   a bulletin of 200 units drafted from a sealed day, against sealing that day
          proposals [PARTS]   the ladders of overdue task units propose on one morning, and those of a tenth
          batch [REPORTS]   500 reports “no change” sent in one batch and approved in one, against bare rows of EF Core
          gold [FOLDER]  precision and recall of the plan reader against gold answers, ../shared/reference/plans beside the clone
          parse [FILE]   reads a plan; without a file, the Changsha plan beside the clone, and a .docx of 1,000 measures
          reading        a task table of 20,000 rows into a draft, against reading its cells alone
          issue [FILE]   imports it and issues every year of its period for nine counties, on SQLite
          xlsx           a ledger of 20,000 rows and 14 columns as .xlsx, against a bare streaming writer of the same cells
          pack           an inspection pack of 2 GB streamed, against one of a tenth
          roster         5,000 people imported from a workbook, against the same rows stored without a file
          indicators     15,000 schools in five school years imported from tables, and all their indicators and coefficients reckoned
          ledger         a breakdown of 20,000 measures that comes back with 2,000 cells changed: dry run, against reading the same file
          pages          overdue list and task page among 20,000 tasks, against a minimal endpoint in the same host
          county-page    a county of 320 schools in its school year, a page of 50 of them, against a minimal endpoint with the same cells
          search [keep]  found among 20,000 tasks and 80,000 reports of varied words, against a minimal endpoint that reads the same rows
          solver [COUNTIES]   least transfers and additions in made counties of 300 schools, and what-if against a bare recomputation
          start          start to first page, and memory, against an empty Razor Pages and Identity host
        """);
    return 2;
}
