namespace Ascs.Hosts.Handset.Gateway;

/// <summary>A value or the reason there is none.</summary>
internal readonly record struct Answer<T>(T? Value, Problem? Problem)
{
    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Problem problem) => new(default, problem);
}
