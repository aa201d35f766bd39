using System.ComponentModel.DataAnnotations;

namespace Twiga.Infrastructure.Typesetting;

/// <summary>The section Typesetter of the settings.</summary>
internal sealed class TypesetterOptions
{
    public const string Section = "Typesetter";

    /// <summary>The program that runs typesetter.mjs; a name is looked for in PATH.</summary>
    public string Node { get; set; } = "node";

    /// <summary>The folder with node_modules; where it is not set, "typesetter" in the data directory.</summary>
    public string? Packages { get; set; }

    /// <summary>Seconds after which a document is given up.</summary>
    [Range(1, 300)]
    public int TimeLimitSeconds { get; set; } = 20;

    /// <summary>Megabytes of memory at which a document is given up.</summary>
    [Range(128, 16_384)]
    public int MemoryMegabytes { get; set; } = 1024;

    /// <summary>Documents that may wait for their turn.</summary>
    [Range(0, 10_000)]
    public int Waiting { get; set; } = 64;
}
