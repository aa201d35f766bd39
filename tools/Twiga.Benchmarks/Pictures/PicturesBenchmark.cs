using System.CommandLine;
using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Twiga.Application.Documents;
using Twiga.Benchmarks.World;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Typesetting;

namespace Twiga.Benchmarks.Pictures;

/// <summary>One formula to one picture, warm, one after the other; the yardstick is a picture of a single letter.</summary>
internal static class PicturesBenchmark
{
    private const int Rounds = 30;

    private static readonly (string Name, string Latex)[] Formulas =
    [
        ("a letter", "x"),
        ("fractions", @"\frac{\frac{a}{b} + 1}{\frac{c}{d} - 1} = \dfrac{3x^2 - 5}{2(x + 1)}"),
        ("roots", @"x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}, \quad \sqrt[3]{1 + \sqrt{x}}"),
        ("a matrix", @"A^{-1} = \frac{1}{ad - bc} \begin{pmatrix} d & -b \\ -c & a \end{pmatrix}"),
        ("integrals", @"\int_{0}^{\pi} \sin^2 x \, dx = \frac{\pi}{2}, \quad \sum_{n=1}^{\infty} \frac{1}{n^2} = \frac{\pi^2}{6}"),
        ("chemistry", @"\ce{2KMnO4 + 16HCl -> 2KCl + 2MnCl2 + 8H2O + 5Cl2 ^} \quad \ce{N2 + 3H2 <=>[450 ^\circ C][Fe] 2NH3} \quad \ce{^{238}_{92}U}"),
        ("aligned steps", @"\begin{aligned} 3(x - 2) &= 2x + 5 \\ 3x - 6 &= 2x + 5 \\ x &= 11 \end{aligned}"),
        ("cases", @"|x| = \begin{cases} x, & x \ge 0 \\ -x, & x < 0 \end{cases}"),
    ];

    public static Command Command()
    {
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var save = new Option<string?>("--save") { Description = "A folder for the pictures." };
        var command = new Command("pictures", "Milliseconds from a formula to its picture.") { json, save };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(json), parsed.GetValue(save), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(bool json, string? save, CancellationToken cancellationToken)
    {
        var settings = Options.Create(new TypesetterOptions
        {
            Packages = Environment.GetEnvironmentVariable("Typesetter__Packages"),
        });
        var presence = new TypesetterPresence(
            settings, Options.Create(new DatabaseOptions()), NullLogger<TypesetterPresence>.Instance);
        using var node = new NodeTypesetting(settings, presence, TimeProvider.System, NullLogger<NodeTypesetting>.Instance);
        var typesetter = new Typesetter(node);

        var rows = new List<Dictionary<string, object>>();
        foreach (var (name, latex) in Formulas)
        {
            if (await typesetter.PictureAsync([latex], cancellationToken) is not Typeset set)
            {
                Console.Error.WriteLine($"There is no picture of {name}: is the typesetter installed ('./twiga up')?");
                return 1;
            }

            if (save is not null)
            {
                Directory.CreateDirectory(save);
                await File.WriteAllBytesAsync(Path.Combine(save, $"{name}.png"), set.Bytes, cancellationToken);
            }

            var times = await TimesAsync(typesetter, latex, cancellationToken);
            rows.Add(new()
            {
                ["formula"] = name,
                ["p50 ms"] = Report.Percentile(times, 0.5),
                ["p95 ms"] = Report.Percentile(times, 0.95),
                ["kB"] = set.Bytes.Length / 1000.0,
            });
        }

        Report.Print($"One picture, warm, {Rounds} times", json, rows);
        return 0;
    }

    /// <summary>With a number of its own each time: the typesetter remembers what it has set.</summary>
    private static async Task<List<double>> TimesAsync(Typesetter typesetter, string latex, CancellationToken cancellationToken)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var began = Stopwatch.GetTimestamp();
            await typesetter.PictureAsync([$@"{latex} \quad {round}"], cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        times.Sort();
        return times;
    }
}
