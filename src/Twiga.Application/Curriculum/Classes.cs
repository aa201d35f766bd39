using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Curriculum;

namespace Twiga.Application.Curriculum;

/// <summary>All classes, by level and name.</summary>
public sealed record ListClasses : IRequest<IReadOnlyList<SchoolClass>>;

/// <summary>Opens a class to teachers, or closes it; null where no class has that name.</summary>
public sealed record ActivateClass(string Name, bool Active = true) : ICommand<SchoolClass?>;

internal sealed class ListClassesHandler(ISchoolClasses classes)
    : IRequestHandler<ListClasses, IReadOnlyList<SchoolClass>>
{
    public Task<IReadOnlyList<SchoolClass>> Handle(ListClasses request, CancellationToken cancellationToken) =>
        classes.ListAsync(cancellationToken);
}

internal sealed class ActivateClassHandler(ISchoolClasses classes) : IRequestHandler<ActivateClass, SchoolClass?>
{
    public async Task<SchoolClass?> Handle(ActivateClass request, CancellationToken cancellationToken)
    {
        var found = await classes.FindAsync(request.Name, cancellationToken);
        if (request.Active)
            found?.Activate();
        else
            found?.Deactivate();
        return found;
    }
}
