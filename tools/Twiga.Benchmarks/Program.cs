using System.CommandLine;
using Twiga.Benchmarks.Exam;
using Twiga.Benchmarks.Flows;
using Twiga.Benchmarks.Ingest;
using Twiga.Benchmarks.Pictures;
using Twiga.Benchmarks.Search;
using Twiga.Benchmarks.Turn;

var root = new RootCommand("Twiga's benchmarks: each prints a table with its yardstick, measured in the same run.")
{
    IngestBenchmark.Command(),
    BareServer.Command(),
    TurnBenchmark.Command(),
    TracingBenchmark.Command(),
    MemoryBenchmark.Command(),
    FlowsBenchmark.Command(),
    SearchBenchmark.Command(),
    ExamBenchmark.Command(),
    PicturesBenchmark.Command(),
};
return await root.Parse(args).InvokeAsync();
