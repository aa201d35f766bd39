using System.ComponentModel;
using System.Diagnostics;

namespace Twiga.Infrastructure.Persistence.Embedded;

/// <summary>One run of a program to its end, away from folders that another user may not enter.</summary>
internal static class Command
{
    internal sealed record Answer(int Status, string Output, string Complaint)
    {
        public bool Worked => Status == 0;
    }

    public static async Task<Answer> RunAsync(IEnumerable<string> words, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in words)
        {
            if (start.FileName.Length == 0)
            {
                start.FileName = word;
            }
            else
            {
                start.ArgumentList.Add(word);
            }
        }

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            return new Answer(127, "", missing.Message);
        }

        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var complaint = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return new Answer(process.ExitCode, await output, await complaint);
    }
}
