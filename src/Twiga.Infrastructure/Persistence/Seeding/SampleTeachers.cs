using MediatR;
using Microsoft.Extensions.Options;
using Npgsql;
using Twiga.Application.Curriculum;
using Twiga.Application.Teachers;
using Twiga.Domain.Teachers;

namespace Twiga.Infrastructure.Persistence.Seeding;

/// <summary>Made-up teachers of the settings, for trying Twiga out with the simulator's phones; added once.</summary>
internal sealed class SampleTeachers(
    NpgsqlDataSource source, IMediator mediator, IOptions<DatabaseOptions> options, TimeProvider clock)
{
    private const string Name = "teachers";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.Value.SampleTeachers.Count == 0
            || await Seeds.HashOfAsync(source, Name, cancellationToken) is not null)
            return;

        var classes = await mediator.Send(new ListClasses(), cancellationToken);
        foreach (var sample in options.Value.SampleTeachers)
        {
            var hers = classes.Where(c => sample.Classes.Contains(c.English)).Select(c => c.Id).ToList();
            await mediator.Send(
                new AddTeacher(sample.Phone, sample.Name, hers, Language.Swahili), cancellationToken);
        }

        await Seeds.RememberAsync(source, Name, "added", clock.GetUtcNow(), cancellationToken);
    }
}

/// <summary>A made-up teacher: her number as digits, her name, and her classes by their English names.</summary>
internal sealed class SampleTeacher
{
    public string Phone { get; set; } = "";

    public string Name { get; set; } = "";

    public IReadOnlyList<string> Classes { get; set; } = [];
}
