# TryZore CRM as an image: built with Maven, unpacked, started from a cache of its loaded classes.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml ./
COPY src src
COPY frontend frontend
COPY db-migrations db-migrations
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -Dquick -Dmaven.test.skip=true package \
 && java -Djarmode=tools -jar target/tryzore-crm.jar extract --destination /app

FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 zore \
 && useradd --system --uid 10001 --gid zore --home-dir /app --no-create-home --shell /usr/sbin/nologin zore \
 && install -d -o zore -g zore -m 0700 /data \
 && install -d -o zore -g zore /app/cache
WORKDIR /app
COPY --from=build /app ./
USER zore

# A rehearsal on an embedded database that is thrown away: what it loads, the next start finds ready.
RUN java -XX:AOTCacheOutput=cache/app.aot -jar tryzore-crm.jar \
      --zore.data=/tmp/rehearsal --zore.demo=false --zore.rehearsal=true --server.port=0 \
 && rm -rf /tmp/rehearsal

ENV SPRING_PROFILES_ACTIVE=container \
    ZORE_DATA=/data
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
ENTRYPOINT ["java", "-XX:AOTCache=cache/app.aot", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "tryzore-crm.jar"]
