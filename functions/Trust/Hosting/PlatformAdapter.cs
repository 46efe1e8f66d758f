using System.Diagnostics;
using Ascs.Trust.Audit;
using Ascs.Trust.Calls;
using Ascs.Trust.Directory;
using Ascs.Trust.Gate;
using Ascs.Trust.Problems;
using Ascs.Trust.Signing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Ascs.Trust.Hosting;

/// <summary>Between ASP.NET Core and the gate: makes the call out of the request, and the response out of the answer. Decides nothing.</summary>
internal sealed class PlatformAdapter(PlatformGate gate, AuditedCalls calls, IPlatformDirectory directory, TimeProvider time, IHostApplicationLifetime lifetime)
{
    public async Task AnswerAsync(BoundEndpoint bound, HttpContext context)
    {
        using var trace = Trace.Continue(context.Request.Headers.TraceParent);
        var received = time.GetUtcNow();
        try
        {
            var body = await BoundedBody.ReadAsync(context.Request.Body, context.Request.ContentLength, bound.Endpoint.Limits.MaxBodyBytes, context.RequestAborted);
            var answer = await gate.AnswerAsync(bound, Call(context.Request, body, received), context.RequestServices, lifetime.ApplicationStopping);
            await WriteAsync(context.Response, answer);
        }
        catch (IOException fault) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // Broken framing, or a body that never ended. The gate lets no such exception of a handler out.
            var refusal = ProblemTranslator.OfServer((fault as BadHttpRequestException)?.StatusCode ?? 400);
            calls.BeforeGate(ProvedCertificate.Of(context.Connection.ClientCertificate), bound.Endpoint.Name, refusal, Activity.Current!.TraceId.ToHexString());
            await PlainProblem.WriteAsync(context, refusal);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            context.Abort(); // the caller hung up, or the host stops: there is nobody to answer
        }
    }

    // The target is this platform's own origin, whatever Host says: a message signed for another address doesn't hold here, and front ends may rename us.
    private InboundCall Call(HttpRequest request, ReadOnlyMemory<byte>? body, DateTimeOffset received)
    {
        var message = request.ToMessage(directory.Self.Address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped));
        var certificate = ProvedCertificate.Of(request.HttpContext.Connection.ClientCertificate);
        return new InboundCall(
            message.Method, message.TargetUri, message.Fields, FieldBytes(request.Headers), certificate, body, received, Activity.Current!.TraceId.ToHexString());
    }

    private static int FieldBytes(IHeaderDictionary headers)
    {
        var bytes = 0;
        foreach (var (name, lines) in headers)
        {
            foreach (var line in lines) bytes += name.Length + (line?.Length ?? 0);
        }

        return bytes;
    }

    private static async Task WriteAsync(HttpResponse response, OutboundAnswer answer)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Fields) response.Headers.Append(name, value); // limits met before the gate stand in lines of their own (RFC 9651 4.2)
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body);
    }
}
