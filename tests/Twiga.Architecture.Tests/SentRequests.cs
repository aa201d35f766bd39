using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Twiga.Architecture.Tests;

/// <summary>Reads from the compiled code which requests the handlers hand to the mediator.</summary>
internal static class SentRequests
{
    private const string Mediator = "MediatR.IMediator";
    private const string Saved = "Twiga.Application.Common.ISaved";

    public static IReadOnlyList<string> CommandsSentByHandlers()
    {
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(AppContext.BaseDirectory);
        using var module = ModuleDefinition.ReadModule(
            Path.Combine(AppContext.BaseDirectory, "Twiga.Application.dll"), new ReaderParameters { AssemblyResolver = resolver });
        return
        [
            .. from type in module.GetTypes()
               where IsOfHandler(type)
               from method in type.Methods
               where method.HasBody
               from sent in SentIn(method)
               where sent is not null && Is(sent, Saved)
               select $"{type.FullName} sends {sent.FullName}",
        ];
    }

    // An asynchronous method lives in a type of its own, nested in the handler.
    private static bool IsOfHandler(TypeDefinition type) =>
        Is(type, "MediatR.IRequestHandler`2") || (type.DeclaringType is { } outer && IsOfHandler(outer));

    private static IEnumerable<TypeReference?> SentIn(MethodDefinition method) =>
        from call in method.Body.Instructions
        where call.Operand is MethodReference { Name: "Send" } to && to.DeclaringType.FullName == Mediator
        select RequestBefore(call, method);

    // Before the call stand the request and, above it, the cancellation token.
    private static TypeReference? RequestBefore(Instruction call, MethodDefinition method)
    {
        var token = Producer(call.Previous, method);
        var request = token is null ? null : Producer(Start(token), method);
        return request is null ? null : TypeOf(request, method);
    }

    // The instruction that leaves the value on top of the stack.
    private static Instruction? Producer(Instruction? at, MethodDefinition method)
    {
        var wanted = 1;
        for (; at is not null; at = at.Previous)
        {
            if (at.OpCode.Code is Mono.Cecil.Cil.Code.Dup && wanted <= 2)
            {
                wanted = 1;
                continue;
            }

            wanted -= Pushes(at);
            if (wanted <= 0)
                return at;
            wanted += Pops(at, method);
        }

        return null;
    }

    // What stands before a value and everything that it was made from.
    private static Instruction? Start(Instruction producer)
    {
        var wanted = Pops(producer, null);
        var at = producer.Previous;
        for (; at is not null && wanted > 0; at = at.Previous)
            wanted += Pops(at, null) - Pushes(at);
        return at;
    }

    private static TypeReference? TypeOf(Instruction producer, MethodDefinition method) => producer.Operand switch
    {
        MethodReference made when producer.OpCode.Code is Mono.Cecil.Cil.Code.Newobj => made.DeclaringType,
        MethodReference called => called.ReturnType,
        FieldReference field => field.FieldType,
        VariableDefinition local => local.VariableType,
        ParameterDefinition parameter => parameter.ParameterType,
        TypeReference cast => cast,
        _ => Short(producer, method),
    };

    private static TypeReference? Short(Instruction producer, MethodDefinition method) => producer.OpCode.Code switch
    {
        >= Mono.Cecil.Cil.Code.Ldloc_0 and <= Mono.Cecil.Cil.Code.Ldloc_3 => method.Body.Variables[producer.OpCode.Code - Mono.Cecil.Cil.Code.Ldloc_0].VariableType,
        >= Mono.Cecil.Cil.Code.Ldarg_1 and <= Mono.Cecil.Cil.Code.Ldarg_3 when method.HasThis =>
            method.Parameters[producer.OpCode.Code - Mono.Cecil.Cil.Code.Ldarg_1].ParameterType,
        _ => null,
    };

    private static bool Is(TypeReference type, string interfaceName)
    {
        for (var at = Known(type); at is not null; at = Known(at.BaseType))
        {
            if (at.FullName == interfaceName || at.Interfaces.Any(i => Is(i.InterfaceType.GetElementType(), interfaceName)))
                return true;
        }

        return false;
    }

    private static TypeDefinition? Known(TypeReference? type) => type is null or GenericParameter ? null : type.Resolve();

    private static int Pushes(Instruction at) => at.OpCode.StackBehaviourPush switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Push1_push1 => 2,
        StackBehaviour.Varpush => at.Operand is MethodReference to && IsVoid(to) ? 0 : 1,
        _ => 1,
    };

    // The setter of an init property returns a void that is marked as such.
    private static bool IsVoid(MethodReference method) =>
        method.ReturnType.FullName.StartsWith("System.Void", StringComparison.Ordinal);

    private static int Pops(Instruction at, MethodDefinition? method) => at.OpCode.StackBehaviourPop switch
    {
        StackBehaviour.Pop0 => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Popi_popi_popi or StackBehaviour.Popref_popi_popi or StackBehaviour.Popref_popi_popi8
            or StackBehaviour.Popref_popi_popr4 or StackBehaviour.Popref_popi_popr8 or StackBehaviour.Popref_popi_popref => 3,
        StackBehaviour.Varpop => at.Operand is MethodReference to
            ? to.Parameters.Count + (to.HasThis && at.OpCode.Code is not Mono.Cecil.Cil.Code.Newobj ? 1 : 0)
            : method is null || IsVoid(method) ? 0 : 1,
        _ => 2,
    };
}
