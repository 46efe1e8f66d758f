using System.Collections.Concurrent;
using System.Text;
using Ascs.Hosts.Local.Setup;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ascs.Journeys.Tests.Systems;

/// <summary>Keeps every byte of every message that a platform receives and answers. What one platform sends another receives, so nothing between platforms is missed.</summary>
internal sealed class Tap
{
    private readonly ConcurrentQueue<TappedMessage> messages = new();

    public IReadOnlyCollection<TappedMessage> Messages => messages;

    /// <summary>Whether messages are kept.</summary>
    public bool IsOpen { get; set; } = true;

    public void Install(PartyFile party, IApplicationBuilder app) => app.Use(next => context => IsOpen ? RecordAsync(party, context, next) : next(context));

    private async Task RecordAsync(PartyFile party, HttpContext context, RequestDelegate next)
    {
        var body = await ReadAsync(context.Request.Body, context.RequestAborted);
        var request = Join($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}", context.Request.Headers, body);
        context.Request.Body = new MemoryStream(body);
        var wire = context.Response.Body;
        using var answer = new MemoryStream();
        context.Response.Body = answer;
        await next(context);
        context.Response.Body = wire;
        messages.Enqueue(new TappedMessage(
            party.Id, context.Request.Path, request, body, Join($"{context.Response.StatusCode}", context.Response.Headers, answer.ToArray())));
        await wire.WriteAsync(answer.ToArray(), context.RequestAborted);
    }

    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken ct)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, ct);
        return copy.ToArray();
    }

    private static byte[] Join(string line, IHeaderDictionary headers, byte[] body)
    {
        var head = new StringBuilder(line).Append('\n');
        foreach (var (name, values) in headers)
        {
            foreach (var value in values)
                head.Append(name).Append(": ").Append(value).Append('\n');
        }

        return [.. Encoding.UTF8.GetBytes(head.Append('\n').ToString()), .. body];
    }
}
