using Microsoft.EntityFrameworkCore;
using Twiga.Application.Common;
using Twiga.Domain.Messaging;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence;

/// <summary>Works on contexts of its own: tools keep files while the turn they belong to is not saved yet.</summary>
internal sealed class Files(IDbContextFactory<TwigaContext> contexts, TimeProvider clock) : IFiles
{
    public async Task<KeptFile> KeepAsync(
        TeacherId teacher, string name, string mimeType, byte[] content, CancellationToken cancellationToken)
    {
        var file = new KeptFile
        {
            TeacherId = teacher,
            Name = name,
            MimeType = mimeType,
            Content = content,
            CreatedAt = clock.GetUtcNow(),
        };
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Files.Add(file);
        await context.SaveChangesAsync(cancellationToken);
        return file;
    }

    public async Task<KeptFile?> FindAsync(KeptFileId file, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Files.AsNoTracking().SingleOrDefaultAsync(f => f.Id == file, cancellationToken);
    }
}
