using System.Text.Json;
using Ascs.Contracts;

namespace Ascs.Operator.Templates;

/// <summary>The approved templates and the services' policies as the operator holds them (ISC-6.3.3.1). Read once, at start.</summary>
internal sealed class ApprovedTexts
{
    private readonly Dictionary<(EnterpriseId, TemplateId, int), MessageTemplate> _templates;
    private readonly Dictionary<(EnterpriseId, ServiceId), ServicePolicy> _policies;
    private readonly HashSet<(EnterpriseId, SenderId)> _ports;

    public ApprovedTexts(IReadOnlyList<MessageTemplate> templates, IReadOnlyList<ServicePolicy> policies)
    {
        _templates = templates.ToDictionary(t => (t.EnterpriseId, t.TemplateId, t.Version));
        _policies = policies.GroupBy(p => (p.EnterpriseId, p.ServiceId)).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Version)!);
        _ports = [.. policies.SelectMany(p => p.Offers.SelectMany(o => o.Promise.Senders, (_, port) => (p.EnterpriseId, port)))];
    }

    /// <summary>Reads both files.</summary>
    /// <exception cref="InvalidDataException">A file is no such list; the message names the file.</exception>
    public static ApprovedTexts Load(OperatorOptions options) =>
        new(Read<MessageTemplate>(options.TemplatesFile), Read<ServicePolicy>(options.PoliciesFile));

    /// <summary>The template an order names, when it is approved for its enterprise, service and channel.</summary>
    public MessageTemplate? Template(DeliveryContext context) =>
        context.TemplateId is { } id && _templates.TryGetValue((context.EnterpriseId, id, context.TemplateVersion), out var template)
        && template.ServiceId == context.ServiceId && template.Channel == context.Channel ? template : null;

    /// <summary>The newest policy of a service.</summary>
    public ServicePolicy? Policy(EnterpriseId enterprise, ServiceId service) => _policies.GetValueOrDefault((enterprise, service));

    /// <summary>True when a service of the enterprise promises to write from this port.</summary>
    public bool IsPortOf(EnterpriseId enterprise, SenderId port) => _ports.Contains((enterprise, port));

    private static IReadOnlyList<T> Read<T>(string? path)
    {
        if (path is null) return [];
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<IReadOnlyList<T>>(stream, WireOptions.Strict) ?? [];
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} can't be read as a list of {typeof(T).Name}.", e);
        }
    }
}
