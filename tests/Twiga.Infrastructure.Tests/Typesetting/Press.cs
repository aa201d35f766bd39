using Microsoft.Extensions.Logging.Abstractions;
using Twiga.Application.Documents;
using Twiga.Domain.Documents;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Typesetting;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;
using Wrapped = Microsoft.Extensions.Options.Options;

namespace Twiga.Infrastructure.Tests.Typesetting;

/// <summary>A typesetter as the Api has it, with the packages that './twiga test' installs.</summary>
internal sealed class Press : IDisposable
{
    public Press(TypesetterOptions? options = null)
    {
        options ??= new TypesetterOptions();
        options.Packages ??= Environment.GetEnvironmentVariable("Typesetter__Packages") ?? Installed();
        var settings = Wrapped.Create(options);
        Presence = new TypesetterPresence(settings, Wrapped.Create(new DatabaseOptions()), NullLogger<TypesetterPresence>.Instance);
        Node = new NodeTypesetting(settings, Presence, TimeProvider.System, NullLogger<NodeTypesetting>.Instance);
        Typesetter = new Typesetter(Node);
    }

    public TypesetterPresence Presence { get; }

    public NodeTypesetting Node { get; }

    public ITypesetter Typesetter { get; }

    public void Dispose() => Node.Dispose();

    public async Task<Typeset> SetAsync(Document document) =>
        await Typesetter.PdfAsync(document, default) as Typeset ?? throw new AssertionException("It was not set.");

    public static Document Of(params Block[] blocks) =>
        new() { Title = "Try", Language = Domain.Teachers.Language.English, Blocks = blocks };

    public static string TextOf(Typeset pdf)
    {
        using var file = PdfDocument.Open(pdf.Bytes);
        return string.Join('\n', file.GetPages().Select(p => ContentOrderTextExtractor.GetText(p)));
    }

    private static string Installed()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Twiga.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? "", ".twiga", "typesetter");
    }
}
