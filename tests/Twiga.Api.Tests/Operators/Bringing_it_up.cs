using System.Diagnostics;

namespace Twiga.Api.Tests.Operators;

/// <summary>What ./twiga up does before anything starts.</summary>
internal sealed class Bringing_it_up
{
    [Test]
    public async Task Twice_in_one_folder_is_refused_until_the_first_has_ended()
    {
        var place = Directory.CreateTempSubdirectory("twiga up ").FullName;
        const string script =
            """
            ROOT=$1 source "$1/scripts/common.sh"; source "$1/scripts/up.sh"; PLACE=$2
            stay_alone 8000
            (exec 9>&-; stay_alone 8002) && exit 3
            exec 9>&-
            stay_alone 8002 && echo "alone again"
            """;
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-c", script, "bash", Ops.Root, place])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        var told = await bash.StandardError.ReadToEndAsync();
        Assert.That(told, Does.StartWith("twiga: Twiga is up already in this folder, on port 8000: stop it first"));
        Assert.That(await bash.StandardOutput.ReadToEndAsync(), Is.EqualTo("alone again\n"));
        Directory.Delete(place, recursive: true);
    }
}
