using FluentValidation;
using MediatR;
using Twiga.Application.Common;
using Twiga.Domain.Curriculum;
using Twiga.Domain.Teachers;

namespace Twiga.Application.Teachers;

/// <summary>Makes a teacher active at once, as an operator may; one who wrote before keeps her history.</summary>
/// <param name="Phone">Her number as digits, with the country and without a plus.</param>
/// <param name="Name">What she is called, up to 100 characters.</param>
/// <param name="Classes">What she teaches, at least one class; they replace those she had.</param>
/// <param name="Language">The language of fixed texts until she writes.</param>
public sealed record AddTeacher(
    string Phone, string Name, IReadOnlyList<SchoolClassId> Classes, Language Language) : ICommand<Teacher>;

internal sealed class AddTeacherValidator : AbstractValidator<AddTeacher>
{
    public AddTeacherValidator()
    {
        RuleFor(a => a.Phone).Matches(@"^\d{7,15}$").WithMessage("The phone number is not 7 to 15 digits.");
        RuleFor(a => a.Name).NotEmpty().MaximumLength(Teacher.LongestName);
        RuleFor(a => a.Classes).NotEmpty().WithMessage("At least one class is needed.");
    }
}

internal sealed class AddTeacherHandler(ITeachers teachers, TimeProvider clock) : IRequestHandler<AddTeacher, Teacher>
{
    public async Task<Teacher> Handle(AddTeacher request, CancellationToken cancellationToken)
    {
        var known = await teachers.KnownAsync(IdentityKind.Phone, request.Phone, cancellationToken);
        if (known.Count > 0)
        {
            known[0].BecomeActive(request.Name, request.Language, request.Classes);
            return known[0];
        }

        var teacher = Teacher.Active(request.Name, request.Language, request.Classes, clock.GetUtcNow());
        teacher.Link(IdentityKind.Phone, request.Phone, clock.GetUtcNow());
        teachers.Add(teacher);
        return teacher;
    }
}
