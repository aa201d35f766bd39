using Microsoft.EntityFrameworkCore;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;
using Twiga.Infrastructure.Persistence;
using Twiga.Infrastructure.Tests.Retrieval;

namespace Twiga.Infrastructure.Tests.Persistence;

internal sealed class Her_classes
{
    [Test]
    public async Task Are_in_order_without_retired_ones_and_known_though_the_catalogue_is_older()
    {
        await Database.EmptyAsync();
        await using var library = Library.Open();
        var catalogue = new Catalogues(library.Get<IDbContextFactory<TwigaContext>>(), TimeProvider.System);
        var old = await AddAsync(("Form 2", true), ("Form 1", true));
        Assert.That((await catalogue.GetAsync(default)).Classes, Has.Count.EqualTo(2));

        var fresh = await AddAsync(("Form 4", true), ("Form 3", false));

        Assert.That(await NamesAsync(catalogue, old), Is.EqualTo(new[] { "Form 1", "Form 2" }));
        Assert.That(await NamesAsync(catalogue, [.. old, .. fresh]), Is.EqualTo(new[] { "Form 1", "Form 2", "Form 4" }));
    }

    private static async Task<IReadOnlyList<SchoolClassId>> AddAsync(params (string Name, bool IsActive)[] named)
    {
        await using var context = Database.Context();
        if (!await context.Subjects.AnyAsync())
            context.Add(new Subject { Key = "any", English = "Any", Swahili = "Lolote" });
        var classes = named.Select(n => new SchoolClass
        {
            SubjectKey = "any", GradeCode = n.Name, English = n.Name, Swahili = n.Name, Medium = Language.English,
        }).ToList();
        foreach (var (_, retired) in named.Zip(classes).Where(p => !p.First.IsActive))
            retired.Deactivate();
        context.AddRange(classes);
        await context.SaveChangesAsync();
        return [.. classes.Select(c => c.Id)];
    }

    private static async Task<IEnumerable<string>> NamesAsync(Catalogues catalogue, IReadOnlyList<SchoolClassId> hers)
    {
        await using var context = Database.Context();
        var teacher = context.Add(Teacher.Active("Asha", Language.English, hers, TimeProvider.System.GetUtcNow())).Entity;
        await context.SaveChangesAsync();
        await using var fresh = Database.Context();
        return (await new Infrastructure.Persistence.Teachers(fresh, catalogue).ClassesAsync(teacher.Id, default)).Select(c => c.English);
    }
}
