# Twiga in one image: the Api with its workers (what the image starts) and the operators' command line in /app/cli.
# Node.js and the typesetter's packages are in it, so that documents are PDF files; it runs as a user without rights.

FROM mcr.microsoft.com/dotnet/sdk:10.0.401-noble AS build
WORKDIR /src
COPY . .
RUN dotnet publish src/Twiga.Api -c Release -o /app
RUN dotnet publish tools/Twiga.Cli -c Release -o /app/cli

FROM node:22.21.1-bookworm-slim AS typesetter
WORKDIR /typesetter
COPY src/Twiga.Infrastructure/Typesetting/package.json src/Twiga.Infrastructure/Typesetting/package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12-noble
COPY --from=typesetter /usr/local/bin/node /usr/local/bin/node
COPY --from=typesetter /typesetter /typesetter
COPY --from=build /app /app
ENV ASPNETCORE_HTTP_PORTS=8000 \
    Typesetter__Packages=/typesetter \
    Twiga__DataDirectory=/tmp/twiga \
    Logging__Console__FormatterName=json
USER $APP_UID
WORKDIR /app
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --start-interval=1s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:8000/health/live').then(r => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["dotnet", "/app/Twiga.Api.dll"]
